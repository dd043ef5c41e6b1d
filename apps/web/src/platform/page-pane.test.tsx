import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy } from 'react';
import { renderPage } from '../testing/render-page';
import { PagePane } from './page-pane';

const MISSING = new TypeError('Failed to fetch dynamically imported module: /assets/progress-page.js');
const Page = lazy(() => Promise.reject(MISSING));
const routes = [
  {
    path: '/',
    element: (
      <PagePane isPage>
        <Page />
      </PagePane>
    ),
  },
];

// React tells the console of the failure.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

test('a page that was never fetched says that the device is offline, not that the failure is ours', async () => {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
  await renderPage({ routes, at: '/', mocks: [] });
  expect(await screen.findByText(/^You are offline\./)).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
  // The page stays as it is: a reload would lose it.
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^You are offline\./)).toBeTruthy();
});
